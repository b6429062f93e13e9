"""Writes tools/gen/data/managed-policies.tsv: the documents of all AWS-managed policies.

AWS publishes them through its API only. The package `moto` (Apache-2.0) carries what the API returned; this takes it from one
pinned version of the package, without running any of its code. To renew the data: raise VERSION, then

    python3 tools/fetch/managed-policies.py && npm run gen
"""

import ast
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

VERSION = "5.2.5"
SOURCE = "moto/iam/aws_managed_policies.py"
TARGET = pathlib.Path(__file__).resolve().parent.parent / "gen" / "data" / "managed-policies.tsv"


def source_text() -> str:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", folder, f"moto=={VERSION}"],
            check=True,
        )
        (wheel,) = pathlib.Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(SOURCE).decode("utf-8")


def policies(text: str) -> dict:
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "aws_managed_policies_data":
            return json.loads(ast.literal_eval(node.value))
    raise SystemExit(f"{SOURCE}: `aws_managed_policies_data` is not there")


def main() -> None:
    found = policies(source_text())
    newest = max(policy["UpdateDate"] for policy in found.values())[:10]
    rows = [
        f"# AWS-managed policies as of {newest} (the newest change in it), from moto {VERSION} (Apache-2.0), {SOURCE}; written by tools/fetch/managed-policies.py",
        "path\tversion\tupdated\tdocument",
    ]
    for name, policy in sorted(found.items(), key=lambda item: item[1]["Path"] + item[0]):
        document = json.dumps(policy["Document"], separators=(",", ":"), ensure_ascii=True)
        rows.append("\t".join([policy["Path"] + name, policy["DefaultVersionId"], policy["UpdateDate"][:10], document]))
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(found)} policies as of {newest}")


main()

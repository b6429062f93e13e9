// The oracle evaluates demarc's table of expressions with HashiCorp's own hcl and go-cty modules and prints every
// difference from the expected results. It is for development only: nothing that is shipped needs it.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/hashicorp/go-cty-funcs/crypto"
	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/go-cty-funcs/filesystem"
	"github.com/hashicorp/go-cty-funcs/uuid"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// The functions that the modules have; Terraform wraps a few of them (length, replace, coalesce, lookup, index, …), and
// those are left out here unless the wrapping does not show.
var functions = map[string]function.Function{
	"abs": stdlib.AbsoluteFunc, "ceil": stdlib.CeilFunc, "floor": stdlib.FloorFunc, "log": stdlib.LogFunc, "max": stdlib.MaxFunc,
	"min": stdlib.MinFunc, "parseint": stdlib.ParseIntFunc, "pow": stdlib.PowFunc, "signum": stdlib.SignumFunc,
	"chomp": stdlib.ChompFunc, "format": stdlib.FormatFunc, "formatlist": stdlib.FormatListFunc, "indent": stdlib.IndentFunc,
	"join": stdlib.JoinFunc, "lower": stdlib.LowerFunc, "upper": stdlib.UpperFunc, "regex": stdlib.RegexFunc,
	"regexall": stdlib.RegexAllFunc, "split": stdlib.SplitFunc, "strrev": stdlib.ReverseFunc, "substr": stdlib.SubstrFunc,
	"title": stdlib.TitleFunc, "trim": stdlib.TrimFunc, "trimprefix": stdlib.TrimPrefixFunc, "trimsuffix": stdlib.TrimSuffixFunc,
	"trimspace": stdlib.TrimSpaceFunc, "chunklist": stdlib.ChunklistFunc, "coalescelist": stdlib.CoalesceListFunc,
	"compact": stdlib.CompactFunc, "concat": stdlib.ConcatFunc, "contains": stdlib.ContainsFunc, "distinct": stdlib.DistinctFunc,
	"element": stdlib.ElementFunc, "flatten": stdlib.FlattenFunc, "keys": stdlib.KeysFunc, "merge": stdlib.MergeFunc,
	"range": stdlib.RangeFunc, "reverse": stdlib.ReverseListFunc, "setintersection": stdlib.SetIntersectionFunc,
	"setproduct": stdlib.SetProductFunc, "setsubtract": stdlib.SetSubtractFunc, "setunion": stdlib.SetUnionFunc,
	"slice": stdlib.SliceFunc, "sort": stdlib.SortFunc, "values": stdlib.ValuesFunc, "zipmap": stdlib.ZipmapFunc,
	"csvdecode": stdlib.CSVDecodeFunc, "jsonencode": stdlib.JSONEncodeFunc, "jsondecode": stdlib.JSONDecodeFunc,
	"formatdate": stdlib.FormatDateFunc, "timeadd": stdlib.TimeAddFunc, "try": tryfunc.TryFunc, "can": tryfunc.CanFunc,
	"yamlencode": yaml.YAMLEncodeFunc, "yamldecode": yaml.YAMLDecodeFunc, "base64encode": encoding.Base64EncodeFunc,
	"base64decode": encoding.Base64DecodeFunc, "urlencode": encoding.URLEncodeFunc, "basename": filesystem.BasenameFunc,
	"dirname": filesystem.DirnameFunc, "pathexpand": filesystem.PathExpandFunc, "cidrhost": cidr.HostFunc,
	"cidrnetmask": cidr.NetmaskFunc, "cidrsubnet": cidr.SubnetFunc, "cidrsubnets": cidr.SubnetsFunc, "md5": crypto.Md5Func,
	"sha1": crypto.Sha1Func, "sha256": crypto.Sha256Func, "uuidv5": uuid.V5Func,
	"tobool": to(cty.Bool), "tonumber": to(cty.Number), "tostring": to(cty.String),
	"tolist": to(cty.List(cty.DynamicPseudoType)), "toset": to(cty.Set(cty.DynamicPseudoType)), "tomap": to(cty.Map(cty.DynamicPseudoType)),
	"length": length(),
}

func to(want cty.Type) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "v", Type: cty.DynamicPseudoType, AllowNull: true}},
		Type: func(args []cty.Value) (cty.Type, error) {
			value, err := convert.Convert(args[0], want)
			return value.Type(), err
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return convert.Convert(args[0], want) },
	})
}

func length() function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "v", Type: cty.DynamicPseudoType}},
		Type:   function.StaticReturnType(cty.Number),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if args[0].Type() == cty.String {
				return stdlib.Strlen(args[0])
			}
			if args[0].Type().IsObjectType() {
				return cty.NumberIntVal(int64(len(args[0].Type().AttributeTypes()))), nil
			}
			return stdlib.Length(args[0])
		},
	})
}

var call = regexp.MustCompile(`([a-z_0-9:]+)\(`)

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer file.Close()
	page, same, different, skipped := "", 0, 0, 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "## ") {
			page = line[3:]
			continue
		}
		split := strings.LastIndex(line, " ==> ")
		if split < 0 || strings.HasPrefix(line, "# ") {
			continue
		}
		source := strings.ReplaceAll(line[:split], "⏎", "\n")
		if lacking(source) {
			skipped++
			continue
		}
		if got, want := evaluate(source), line[split+5:]; equal(got, want) {
			same++
		} else {
			different++
			fmt.Printf("%s: %s\n  table:  %s\n  oracle: %s\n", page, line[:split], want, got)
		}
	}
	fmt.Printf("%d same, %d different, %d skipped\n", same, different, skipped)
}

func lacking(source string) bool {
	for _, match := range call.FindAllStringSubmatch(source, -1) {
		if _, ok := functions[match[1]]; !ok && match[1] != "nosuchfunction" {
			return true
		}
	}
	return false
}

func evaluate(source string) string {
	expression, diagnostics := hclsyntax.ParseExpression([]byte(source), "table", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return "!error (syntax) " + diagnostics.Error()
	}
	value, diagnostics := expression.Value(&hcl.EvalContext{Functions: functions})
	if diagnostics.HasErrors() {
		return "!error " + diagnostics.Error()
	}
	text, err := ctyjson.Marshal(value, value.Type())
	if err != nil {
		return "!error " + err.Error()
	}
	return string(text)
}

func equal(got, want string) bool {
	if strings.HasPrefix(got, "!error") || want == "!error" {
		return strings.HasPrefix(got, "!error") && want == "!error"
	}
	var a, b any
	if json.Unmarshal([]byte(got), &a) != nil || json.Unmarshal([]byte(want), &b) != nil {
		return false
	}
	return reflect.DeepEqual(a, b)
}

/** What a Dockerfile and a service of Compose say: pseudo-types, as no provider's schema has them. */

export interface Variable {
  readonly Name?: string;
  readonly Value?: string;
}

/** One command of a script. */
export interface ShellCommand {
  readonly Words?: readonly string[];
  /** Before the name: `A=b command`. */
  readonly Assignments?: readonly Variable[];
  readonly Redirects?: readonly { readonly Operator?: string; readonly Target?: string }[];
  /** What joins it to the one before: `;`, `&&`, `||`, `|`, `&`. */
  readonly Joined?: string;
  /** Runs only where a condition holds. */
  readonly Conditional?: boolean;
  /** What runs it: `sudo`, `sh`. */
  readonly Via?: string;
}

export interface Instruction {
  /** Upper case: `RUN`. */
  readonly Keyword?: string;
  /** Index of its stage; -1 before the first `FROM`. */
  readonly Stage?: number;
  readonly OnBuild?: boolean;
  readonly Form?: 'shell' | 'exec';
  readonly Flags?: readonly Variable[];
  readonly Arguments?: readonly string[];
  readonly Variables?: readonly Variable[];
  readonly Commands?: readonly ShellCommand[];
  /** Of `COPY --from=`: index of the stage that it means. */
  readonly FromStage?: number;
  readonly Heredocs?: readonly { readonly Name?: string; readonly Body?: string }[];
}

export interface Stage {
  readonly Index?: number;
  readonly Name?: string;
  /** As `FROM` names it, variables resolved. */
  readonly Image?: string;
  /** Absent: Docker Hub. */
  readonly Registry?: string;
  readonly Repository?: string;
  readonly Tag?: string;
  readonly Digest?: string;
  /** Index of the stage that it is built on. */
  readonly Base?: number;
  readonly Platform?: string;
  /** Part of the image that the file builds: the last stage, or one that it is built on. */
  readonly Final?: boolean;
  /** Part of an image that can be built from the file: final, or used by no other stage. */
  readonly Ships?: boolean;
}

export interface BuildFile {
  /** From the target: what a service of Compose names it by. */
  readonly Path?: string;
  readonly Syntax?: string;
  readonly Stages?: readonly Stage[];
  readonly Instructions?: readonly Instruction[];
}

/** A service as the Compose specification has it (https://github.com/compose-spec/compose-spec/blob/main/05-services.md), short forms written out. */
export interface ComposeService {
  readonly Name?: string;
  readonly Image?: string;
  readonly Tag?: string;
  readonly Digest?: string;
  readonly Repository?: string;
  readonly Build?: { readonly Context?: string; readonly File?: string; readonly Target?: string; readonly Arguments?: readonly Variable[] };
  readonly Environment?: readonly Variable[];
  readonly EnvironmentFiles?: readonly string[];
  readonly Secrets?: readonly string[];
  readonly Ports?: readonly { readonly HostAddress?: string; readonly Published?: string; readonly Target?: string; readonly Protocol?: string }[];
  readonly Volumes?: readonly { readonly Kind?: string; readonly Source?: string; readonly Target?: string; readonly ReadOnly?: boolean }[];
  readonly Privileged?: boolean;
  readonly AddedCapabilities?: readonly string[];
  readonly DroppedCapabilities?: readonly string[];
  readonly NetworkMode?: string;
  readonly ProcessNamespace?: string;
  readonly IpcNamespace?: string;
  readonly UserNamespace?: string;
  readonly UtsNamespace?: string;
  readonly ControlGroup?: string;
  readonly User?: string;
  readonly ReadOnlyRoot?: boolean;
  readonly SecurityOptions?: readonly string[];
  readonly Devices?: readonly string[];
  readonly HealthCheck?: { readonly Test?: readonly string[]; readonly Disabled?: boolean };
  readonly MemoryLimit?: string;
  readonly ProcessLimit?: string;
  readonly Restart?: string;
}

export interface ContainerTypes {
  'Demarc::Container::BuildFile': BuildFile;
  'Demarc::Container::ComposeService': ComposeService;
}

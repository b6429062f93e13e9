/**
 * If you can configure it, you own it: which layer a setting belongs to. Read from top to bottom; the first row that matches decides, except
 * that a row with `also` gives its layer and the search goes on. `path` matches the worded path (see words.ts: `vpc config.security group ids`), `ref` a type that the
 * schema says the property refers to, `on` the resource type; all that are given must match. `none`: no bearing on security.
 */
import type { Layer } from '../model/layers.js';

export interface Rule {
  readonly layer: Layer | 'none';
  /** What it is about, for readers of the table. */
  readonly why: string;
  readonly path?: RegExp;
  readonly ref?: RegExp;
  readonly on?: RegExp;
  readonly also?: true;
}

export const rules: readonly Rule[] = [
  // Words that bear on nothing, first: they would match by accident further down.
  { layer: 'none', why: 'labels', path: /(^|[. ])tags?(\.|$)|\btag (key|value|filter|specification|propagation|field)s?\b|\b(copy|propagate|managed|resource|apply) (ecs )?(managed )?tags\b|copy tags|propagate tags/ },
  { layer: 'identity', why: 'the role it acts with', path: /\broles?( arns?| names?| ids?)?$|instance profile|(?<!secret )credentials arn$|\bpassrole\b/ },
  { layer: 'none', why: 'texts for people', path: /(^|[. ])(description|comments?|title|label|caption|display name|friendly name|support (url|email)|contact|contact email)$|^name$|\.name$(?<!(parameters?|options?|settings?|attributes?|environment|variables?|permissions?|users?|groups?|secrets)\.name)/ },
  { layer: 'none', why: 'one-time tokens and paging', path: /(client|request|idempotency|pagination|next|input|output|max|revision|change|caller reference) tokens?$|^caller reference$|max tokens/ },
  { layer: 'none', why: 'words that mislead', path: /lifecycle (hook|stage)|banner|archived logs?|supplemental logging|no ?log$|log ?miner|backup only|third party backup|extra archived log|srt |instance lifecycle|automated reasoning|(?<!api )key prefix$|credentials type$|\bjob ?bookmarks?\b|sort key|partition key|primary key|foreign key|hash key|range key|key schema|key value|grok|classification$|classifier|message retention seconds|allow credentials|sub ?domain ?settings|data ?type$/ },
  { layer: 'none', why: 'a new copy starts from it', path: /(snapshot|backup|recovery point) (ids?|identifier|arns?|names?)$|snapshotting|restore (to time|time|type)$|restorable|^source (db|dbi|volume|snapshot|region|table|cluster)|^db snapshot|dedicated log volume/ },
  { layer: 'none', why: 'probes', path: /health ?check(?!.*role)|outlier detection|heartbeat/ },
  { layer: 'none', why: 'placement', path: /availability zones?( ids?| names?)?$|\boutposts?( arn| id)?$|instance requirements(?!.*\brole)|placement (strateg|constraint|group)|preferred.*\bazs?$/ },

  // Lists of keys and values whose keys the schema does not name.
  { layer: 'resilience', why: 'attributes of a load balancer: deletion protection', path: /^load balancer attributes\.key$/, also: true },
  { layer: 'logging', why: 'attributes of a load balancer: access logs', path: /^load balancer attributes\.key$/, also: true },
  { layer: 'network', why: 'attributes of a load balancer: header handling', path: /^load balancer attributes\.key$/ },
  { layer: 'logging', why: 'settings of a cluster: container insights', path: /^cluster settings\.(name|value)$/, on: /^AWS::ECS::/ },

  { layer: 'none', why: 'scaling', path: /\bscaling\b|auto ?scal|warm pool|warm ?throughput/ },
  { layer: 'none', why: 'sizes and tuning', path: /^(?!.*(retention|session|rotation|backup|snapshot|token|recovery|unauth|password|lock|monitoring)).*\b(capacity|size|counts?|iops|throughput|timeouts?|seconds|minutes|millis|storage type|instance types?|node type|worker type|concurrency|concurrent executions|weight|priority|memory|cpu|vcpus?|units?|bandwidth|interval|ttl|threshold|multi attach enabled|size in gi?b|volume type|burst limit|rate limit|parallel\w*)$/ },
  { layer: 'identity', why: 'instance metadata hands out the role', path: /metadata options|metadata service/ },

  // Ports before the words that they share with ciphers.
  { layer: 'network', why: 'a port, not a cipher', path: /(https?|tls|ssl|transit encryption) ports?$/ },

  // Encryption of secrets' own settings and life of keys, before the words secret and key.
  { layer: 'encryption', why: 'life of a key', path: /key (rotation|material)|rotate encryption|(?<!secret )rotation period|rotation interval/ },
  { layer: 'encryption', why: 'kind of key', path: /key (spec|usage|algorithm)s?$|key algorithms?$|^origin$|\bhsm\b|signing algorithm/, on: /^AWS::(KMS|Redshift|CloudHSM|PaymentCryptography|CertificateManager|ACMPCA|Signer)::/ },
  { layer: 'secrets', why: 'rotation of a secret', path: /rotation (rules|lambda)(?!.*(security group|subnet|kms|role))|rotate immediately|hosted rotation lambda(?!.*(security group|subnet|kms|role|runtime))/, on: /^AWS::SecretsManager::/ },
  { layer: 'encryption', why: 'reference to a key or a certificate', ref: /^AWS::(KMS|CertificateManager|ACMPCA)::/ },
  { layer: 'encryption', why: 'at rest', path: /\bkms|\bcmk\b|encrypt|decrypt|\bsse\b|ssekms|customer managed key|customer ?key|\bkey arn$/ },
  { layer: 'encryption', why: 'named bundle of encryption settings', path: /^security configuration$|crawler security configuration$/, on: /^AWS::(Glue|EMR)::/ },

  // Secrets.
  { layer: 'identity', why: 'rules for passwords', path: /password (policy|polic|history|reuse|length)|(minimum|maximum) ?(password)?length|temporary password|no password required/ },
  { layer: 'identity', why: 'life of tokens', path: /token validity|token ?rotation|token revocation/ },
  { layer: 'identity', why: 'whether keys are asked for', path: /api key (required|source|selection)/ },
  { layer: 'secrets', why: 'a credential, or where it is kept', path: /passwords?\b|passphrase|\bsecrets?\b|\bcredentials?\b|private ?key\b(?! (attr|flag))|\b(access|refresh|auth|bearer|security|bot|personal access) tokens?$|(?<!use )\bapi keys?\b(?! (id|source))|\b(access|secret) keys?( ids?)?$|pre ?shared key|connection string$|webhook url$/ },
  { layer: 'secrets', why: 'places where credentials leak', path: /environment variables?|(environment|env)\.variables?|(^|\.)environment$|environment files?|\buser data$|(^|\.)environment\.value$|environment( variable)?s?\.(key|value)$/ },

  { layer: 'logging', why: 'what is audited', path: /audit (check|checks|notification)|target check names/ },
  { layer: 'application', why: 'who may publish the code', path: /code ?signing|signing profile/ },
  { layer: 'identity', why: 'clients that present a certificate', path: /mutual (tls|authentication)|\bmtls\b|client ?authentication/ , also: true },
  { layer: 'encryption', why: 'in transit', path: /\b(tls|ssl|mtls)\b|tls ?v?1|enforce https|https (only|required)|viewer protocol policy|origin protocol policy|redirect.*\bhttps|\bcertificates?\b(?!.*logging)|\bcertificate\w*|cipher|security protocol|in transit|transit encryption|security policy( name)?$|minimum protocol version|trust ?store|ca bundle|insecure|mutual (tls|authentication)|\bdnssec|\bhsts\b|strict transport/ },
  { layer: 'encryption', why: 'who attests', path: /\bpublic key\b|encoded key|key groups?$|(?<!policy |group )signing key|\bca (arn|type)\b/ },

  // Firewalls and cross-origin rules before policies, which their names contain.
  { layer: 'network', why: 'firewalls', path: /web acl|\bwaf\b|network acl|firewall|traffic (permission|filter)|\bshield\b/ },
  { layer: 'network', why: 'which sites may call', path: /\bcors\b|allow(ed)? origins|origin override|cross origin/ },
  { layer: 'network', why: 'who may reach an endpoint service', path: /^(payer responsibility|acceptance required)$/, on: /^AWS::EC2::VPCEndpointService/ },

  // Identity: policies, principals, how callers prove themselves.
  { layer: 'identity', why: 'who may read the origin', path: /origin access (control|identity)|trusted (signers?|key groups?)/ },
  { layer: 'data', why: 'public access', path: /public ?access ?block|\bblock public (acls?|policy|access)|ignore public|restrict public|(^|\.|bucket )access control$|\b(s3 |canned )acls?\b|ownership controls|website config|(^|\.)visibility$|is public$|public(ly)? (readable|shared)|anonymous access/ },
  { layer: 'identity', why: 'policies', path: /polic(y|ies) (documents?|text|statements?|definitions?|arns?|json)\b|assume role|\b(resource(?! server)|key|access|repository|queue|bucket|file ?system|vault|iam|identity|permissions?|inline|trust|auth|authorization|redrive allow|(?<!vpc )endpoint|registry|service control|session|container recipe) polic(y|ies)\b|permissions? boundary|managed polic|(^|\.)polic(y|ies)$/ },
  { layer: 'identity', why: 'a policy or a principal that is referred to', ref: /^AWS::IAM::/ },
  { layer: 'identity', why: 'whom it trusts', path: /\bprincipals?\b|grantees?\b|(?<!network )(allowed|permitted|consumer|trusted|delegated|authorized|auto accept\w*) (aws )?(accounts?( ids?)?|regions?)$|(?<!devices\.)\bpermissions?( with grant option| config)?(\.|$)|access string|permission (model|type|groups?)|(source|bucket|owner) accounts?( ids?)?$|external id$|grants?$/ },
  { layer: 'identity', why: 'how people sign in', path: /account recovery|allow admin create|verified attributes|(self|sign) ?(sign ?up|in|up)\b|session duration|session timeout|token validity|callback ur|logout ur|redirect ur[il]s?|prevent user existence|device configuration|web ?authn|passkey|user pool add ?ons|risk (config|level)|takeover|compromised|explicit auth flows|lockout/ },
  { layer: 'identity', why: 'how callers prove themselves', path: /\b(un)?auth(n|z|entication|enticated?|enticate|orization|orizers?|orizing|enticating)?\b|\b(un)?authenticated\b|\bauth\w* (type|mode|method|config\w*|strategy|flow)|\b(oidc|saml|jwt|sasl|scram|kerberos|ldap|mfas?|sso|cognito|federat\w*|abac|idp|idc|oauth2?|o auth2?)\b|identity (provider|center|pool|source|store|validation)|user pool|open id connect|active directory|iam database|advanced security|trust(ed)? (anchor|token|provider)|claims?\b|\baudience\b|\bissuer\b|(allowed|oauth2?|required|custom|token|default) scopes?$|\bscopes$/, on: /^(?!AWS::(EC2::VPC|Route53|NetworkManager|WAF))/ },
  { layer: 'identity', why: 'the directory joined', path: /^domain( ou| fqdn| join.*)?$|directory (service )?(id|config\w*)s?$|admin permissions|organizational unit distinguished/, on: /^(?!AWS::(Route53|CloudFront|ApiGateway|EC2|SES|Amplify))/ },
  { layer: 'identity', why: 'administrators', path: /(master|admin|root|super) ?user ?names?$|master user|(?<!backup )administrators?\b(?! email)|visible to all users|root access|cross account|impersonat|run as|creator admin|(?<!logs? )execute command\b(?!.*(log|kms))|console access/ },
  { layer: 'identity', why: 'who may log in', path: /key ?pair|^key name$|\.key name$|ssh (public )?keys?|ssh access|serial console|\bssm enabled|authorized keys|posix (user|profile)|service account/ },
  { layer: 'identity', why: 'membership', path: /^(users?|groups?|user ?names?|members?|member accounts?)$|user group( ids?| names?)?s?$|group ?membership|^user ids$/, on: /^AWS::(IAM|IdentityStore|SSO|Cognito|ElastiCache|MemoryDB|QuickSight|DataZone|AmazonMQ|Redshift\w*|GuardDuty|Transfer|Grafana|Connect|WorkSpaces\w*)::/ },

  // Placement in a network is plain wherever it stands: in a replica, a log's destination, a build.
  { layer: 'network', why: 'placement in a network', path: /\bvpcs?\b|\bvpce\b|subnets?\b|security groups?|security group|network (interface|type|mode|isolation|access|border|config\w*|address)|\beni\b|ip ?address ?type|ip (discovery|family|type)|awsvpc/ },
  { layer: 'network', why: 'reference to a network', ref: /^AWS::EC2::(VPC|Subnet|SecurityGroup|RouteTable|InternetGateway|NetworkAcl|PrefixList|VPCEndpoint\w*|TransitGateway\w*|NatGateway|EIP|NetworkInterface)$/ },

  // What watches: detection, logs, alarms.
  { layer: 'application', why: 'known vulnerabilities', path: /scan(ning)? (on push|config\w*|type|frequency|rules?)|image scanning|image tag mutability|vulnerab|repository filters/ },
  { layer: 'logging', why: 'how long logs stay', path: /retention in days|log group class/, on: /^AWS::Logs::/ },
  { layer: 'logging', why: 'logs', path: /(?<!cata)\blogs?\b(?! (in|out|volume))|\blogging|\baudit(ing|ed)?\b|cloudtrail|log ?group|access ?log|event ?log/ },
  { layer: 'logging', why: 'where logs go', ref: /^AWS::Logs::LogGroup$/ },
  { layer: 'logging', why: 'monitoring', path: /\bmonitor(ing|s)?\b|\btrac(ing|e)\b|\bx ?ray\b|(performance|container|contributor|database|enhanced) insights|(?<!custom(ized)? )(?<!metric )metrics? (config\w*|enabled|collection|export)|(^|\.|\w )(request|usage|detailed|cloudwatch|prometheus|advanced) metrics\b|(^|\.)metrics$|detailed status codes|\balarms?\b(?!.*(role|lambda))|observability|telemetry|anomal|(advanced )?event selectors?|insight selectors|\bdetection|cloudwatch|open monitoring/ },
  { layer: 'logging', why: 'who is told', path: /(?<!email )(?<!send )notifications?(?! (lambda|metadata|target arn| sender))\b(?!.*email)|sns topics?|\bsubscribers?\b/ , on: /^(?!AWS::(SNS|S3::Bucket|SES|Pinpoint)\b)/ },
  { layer: 'data', why: 'events about objects go elsewhere', path: /^notification configuration/, on: /^AWS::S3::Bucket$/ },

  // Recovery.
  { layer: 'resilience', why: 'what a deletion takes with it', path: /delet(e|ion) ?protect|terminat\w+ ?protect|disable api (termination|stop)|final (db )?snapshot|skip final|delete automated|overwrite protection|empty on delete|recursive delete|force (delete|destroy)|delete reports|pending window|recovery window|delete on termination|deletion policy|removal policy|change ?protection|termination protect/ },
  { layer: 'resilience', why: 'backup', path: /\bbackups?\b|\bsnapshots?\b(?! (id|name|arn|file))|automat\w* snapshot|point in time|\bpitr\b|\brecovery\b|backtrack|schedule definitions/ },
  { layer: 'resilience', why: 'redundancy', path: /multi ?az|\bmulti ?region|zone (awareness|redundan)|\breplicas?\b(?! (count|mode))|replication (config\w*|time|destinations?|rules?|region|policy|settings|specification|overwrite|source|mode|group)|\breplication$|fail ?over|global (cluster|replication|table)|standby|disaster|durability|replica regions|cross zone|(?<!cross )(?<!origin )region(al)? (replic|switch)|dead ?letter|redrive(?! allow)|circuit breaker|rollback|deployment type$|replicas\.region|destinations\.region/, on: /^(?!AWS::(DMS|EC2::(Fleet|CapacityReservation\w*)|Lambda::EventSourceMapping)\b)/ },
  { layer: 'resilience', why: 'versions and locks', path: /\bversioning\b|object lock|vault lock|\b(snap)?lock config\w*|legal hold/ },

  // Data: where it goes, who sees it, how long it stays.
  { layer: 'data', why: 'sharing', path: /\bsharing\b|share (rules?|type|with)|data ?shar|resource shar|allow external principals|launch permission|analysis rules/ },
  { layer: 'data', why: 'who receives the messages', path: /^subscription\.|^(endpoint|protocol)$/, on: /^AWS::SNS::/ },
  { layer: 'data', why: 'how long data stays', path: /\bretention|\bretain\w* (rule|for|days|until|period)|storage days|time to live(?! seconds)|lifecycle (polic|configuration|rules?)|(object|record|data|event|default)? ?expir(ation|y|es) ?(in|days|date|criteri|config|duration|after|window)?$|archive polic|message retention|delete after|auto ?delete|purge/ },
  { layer: 'data', why: 'classification and content', path: /data classif|sensitiv(e|ity) (data|info\w*|inspection)|\bpii\b|\bphi\b|(?<!error )\bmasking\b|redact|data ?protection|anonymi|privacy|differential|(content|topic|word|grounding|sensitive information) (policy|filter)|blocked (input|output)|contains? custom/ },
  { layer: 'data', why: 'where copies of data go', path: /\boutput (location|uri|path|data|s3|bucket|config)|results? (config\w*|location|bucket|output)|(s3|data|report) ?(output|destination|export|delivery)\b|(destination|export|delivery|staging|target|results?|archive|recording|storage|report|artifact|content) (s3 )?bucket|\bs3 (recording|bucket destination|destination)|expected bucket owner|bucket owner$|data (destination|storage|capture) config|inventory config|^metadata (table )?configuration|kinesis stream spec|stream specification|(^|\.)destination(s)?( arn| config\w*)?$|storage lens table destination/, on: /^(?!AWS::(EC2|NetworkFirewall|WAF\w*|VpcLattice|AppMesh|Route53\w*|IoT\w*|MediaConnect|Logs|CloudWatch)::)/ },

  // What can reach it.
  { layer: 'network', why: 'exposure', path: /publicly|public (ip\w*|access|network|endpoint|dns|address|subnet)|associate public|assign public|internet|\bscheme$|webserver access mode|network access (type|mode)|execute api endpoint|http endpoint|private (link|dns|endpoint)|elastic ip|\beip\b|allocation ids?$|source dest check|inter ?net ?gateway|expose|ingress access|port mappings?|host ?port|hop limit/, on: /^(?!AWS::(SES|Events|Pinpoint)::)/ },
  { layer: 'network', why: 'what answers', path: /(?<!opensearch )(?<!domain )endpoint (type|config\w*|access|url|ip|public|private|options)|custom (domain|endpoint)|(?<!event )listeners?\b|load ?balancers?\b|target ?groups?|geo (restriction|match|blocking)|data ?trace/, on: /^(?!AWS::(SageMaker|IoT\w*|AutoScaling|CodeDeploy|CloudWatch)::)/ },
  { layer: 'network', why: 'firewall rules', path: /cidrs?\b|\bcidr|(^|[. ])ports?( range| ranges)?(\.|$)|port range|\bingress\b|\begress\b|(inbound|outbound) (rule|permission|traffic|cidr)|prefix lists?|ip (range|set|list|allow|rules?|addresses|sets)s?\b|source ip|(allow|deny|white|black) ?list|(^|\.)ip protocol$/, on: /^(?!AWS::(ElasticLoadBalancingV2::TargetGroup|Location|MediaPackage\w*)\b)/ },
  { layer: 'network', why: 'routing and names', path: /route (table|server)|transit gateway|(nat|internet|vpn|customer|virtual private|egress only|local|carrier|direct connect|network) gateway|\bpeer(ing)?\b|\bdns\b|hosted zone|\bip(v[46])? address(es)?\b|\bbgp\b|\bvlan\b|tunnel|\bvpn\b|\bpac\b|\bproxy (config\w*|server)/, on: /^(?!AWS::(RDS::DBProxy|SES)\b)/ },
  { layer: 'network', why: 'VPC connections of a job', path: /^connections\.connections$|^connections$/, on: /^AWS::Glue::(Job|DevEndpoint|Session)/ },

  // Below the application: host, guest, engine.
  { layer: 'virtualization', why: 'isolation on the host', path: /\btenancy\b|dedicated host|(^|\.)host id$|host resource group|enclave|sev ?snp|nested virtuali|tenant isolation/ },
  { layer: 'os', why: 'guest image and patches', path: /\bami\b|(^|\.)image ids?$|ami (type|id|ids)|operating system|\bos (release|version|family|type)|\bpatch(es|ing)?\b|release version|kernel id|ramdisk|bootstrap actions?|ssm (association|agent)|^(blueprint|bundle) ids?$|image id override|machine image|custom ami|image ?type$|bottlerocket|parent image|base image/ },
  { layer: 'os', why: 'what the instance boots', path: /launch template( specification)?(\.(launch template )?| )?(id|name|version)$|launch configuration name$|^launch template$/ },
  { layer: 'os', why: 'what the instance boots', ref: /^AWS::(EC2::LaunchTemplate|AutoScaling::LaunchConfiguration)$/ },
  { layer: 'os', why: 'whose nodes', path: /(^|\.)(launch type|capacity providers?|requires compatibilities|compute config\.(enabled|node pools))$/, on: /^AWS::(ECS|EKS|Batch)::/ },
  { layer: 'runtime', why: 'a version you choose', path: /(engine|platform|kubernetes|runtime|kafka|glue|python|cluster|software|server|database|airflow|spark|hadoop|flink|redis|broker|apache|agent|file ?system type|type|addon|applications?|nodejs|framework|elasticsearch|opensearch|engine ?version|php) ?version$|(^|\.)runtimes?$|runtime (version|management|update|environment)|update runtime|release label|(^|\.)engine$|solution stack|platform (arn|identifier)|platform version|selected engine version|(^|\.)family$|parameter group family|engine lifecycle support|file cache type version/, on: /^(?!AWS::(EC2|ECS::TaskDefinition|Route53\w*|Lex|Greengrass\w*)\b)/ },
  { layer: 'runtime', why: 'a version you choose', path: /^version$/, on: /^AWS::(EKS|OpenSearch\w*|Elasticsearch|MSK|MWAA\w*|Transfer|SageMaker::(Image|App)\w*|DMS|KinesisAnalytics\w*)::/ },
  { layer: 'runtime', why: 'when patches land', path: /minor version|version upgrade|upgrade (policy|strategy|config\w*)|maintenance (window|track|options|start time|schedule|day|time|config\w*)|defer maintenance|weekly maintenance|software update|off ?peak window|(auto|automatic) (upgrade|update)|auto ?minor|update (policy|config)\b|recycle|auto software/ },
  { layer: 'runtime', why: 'settings of the engine', path: /(parameter|option) groups?( ?names?)?|^configuration info\.|^configuration\.(id|revision)$|^advanced options|revision target|server properties|^parameters$|airflow configuration options/, on: /^AWS::(RDS|DocDB|Neptune|Redshift|ElastiCache|MemoryDB|DAX|AmazonMQ|MSK|OpenSearch\w*|Elasticsearch|MWAA|Timestream)::/ },
  { layer: 'runtime', why: 'what a container may do to its host', path: /privileged|read ?only root|linux parameters\.(capabilities|devices)|(pid|ipc) mode|security context|docker security|host kernel|volumes?\.host\b|system controls|container\w*( definitions| properties)?\.user$|proxy ?config/ , on: /^AWS::(ECS|Batch|CodeBuild|Lambda|EKS|GameLift|Greengrass\w*|SageMaker)::/ },
  { layer: 'runtime', why: 'container image', path: /(^|\.)images?$|image (uri|identifier|repository\w*|config\w*)s?$|(docker|container|algorithm|training|inference|processing) image|latest image version|image ?uri/, on: /^(?!AWS::(Location|Connect|Lex|AppStream::Stack|WorkSpaces\w*|Lightsail|MediaTailor)\b)/ },

  // Your code.
  { layer: 'application', why: 'your code', path: /(^|\.)code(\.|$)|\bcode ?handlers?|handler$|\bscripts?\b|(^|\.)commands?(\.|$)|entry ?points?$|(dag|requirements|plugins) s3 (path|object version)|response headers policy|container ?(arguments|entrypoint)|build ?spec|\bartifacts?\b|(^|\.)definition( string| body| s3 location.*| uri| substitutions)?(\.|$)|pipeline definition|^body( s3 location.*)?$|(?<!data )source (code|bundle|location|version)|(^|\.)(secondary )?sources?\.(type|location|auth|source|build)|code (repositor|uri|content|text)|additional code|(jar|main class|args)$|task definition|version label|template (body|url)|load template|^layers$|lifecycle ?config( name| arns?|uration)?( content)?$|lifecycle config content|function code|application code|recipe|workflow definition|open ?api|swagger|revision id$|response mapping template|request mapping template|procedure|^content$/, on: /^(?!AWS::(Connect|SSMContacts|SageMaker::(ModelCard|HumanTaskUi)|Wisdom|QConnect)\b)/ },
  { layer: 'application', why: 'code that it runs', ref: /^AWS::Lambda::(Function|Alias|Version|LayerVersion)$|^AWS::ECS::TaskDefinition$|^AWS::CloudFront::Function$/, on: /^AWS::(?!Lambda|Logs|Events)/ },

];

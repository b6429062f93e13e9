/** Policies of load balancers that offer TLS 1.2 or newer only: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
export const STRONG_POLICY = /^ELBSecurityPolicy-(?:TLS-1-2-\d{4}-\d{2}|TLS-1-2-Ext-\d{4}-\d{2}|FS-1-2-(?:Res-)?\d{4}-\d{2}|TLS13-1-[23]-.*)$/;

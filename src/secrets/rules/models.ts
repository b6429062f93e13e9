/** Credentials of model providers: whoever holds them calls models at somebody's cost. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const calls = 'call models at the cost of the account';
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

export const modelRules: readonly SecretRule[] = [
  ...shaped([
    ['openai-key', 'OpenAI key', 'high', ['T3BlbkFJ'], 'sk-[A-Za-z0-9_-]{20,120}T3BlbkFJ[A-Za-z0-9_-]{20,120}', calls, 'https://help.openai.com/en/articles/5112595', 'sk-{u:20}T3BlbkFJ{u:20}'],
    ['openai-project-key', 'OpenAI key', 'high', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], 'sk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,200}', calls, 'https://help.openai.com/en/articles/5112595', 'sk-proj-{u:40}', mixed],
    ['anthropic-key', 'Anthropic key', 'high', ['sk-ant-'], 'sk-ant-[a-z0-9]{3,8}-[A-Za-z0-9_-]{80,120}', calls, 'https://docs.anthropic.com/en/api/overview', 'sk-ant-{n:3}-{u:80}'],
    ['openrouter-key', 'OpenRouter key', 'high', ['sk-or-v1-'], 'sk-or-v1-[a-f0-9]{64}', calls, 'https://openrouter.ai/docs/api-reference/authentication', 'sk-or-v1-{h:64}'],
    ['huggingface-token', 'Hugging Face token', 'high', ['hf_'].flatMap((word) => [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((next) => `${word}${next}`)), 'hf_[A-Za-z]{34}', 'read and change models and data sets', 'https://huggingface.co/docs/hub/security-tokens', 'hf_{l:34}', (value) => /[a-z]/.test(value.slice(3)) && /[A-Z]/.test(value)],
    ['huggingface-org-token', 'Hugging Face organization token', 'high', ['api_org_'], 'api_org_[A-Za-z]{34}', 'read and change models and data sets', 'https://huggingface.co/docs/hub/security-tokens', 'api_org_{l:34}'],
    ['replicate-token', 'Replicate token', 'high', ['r8_'].flatMap((word) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'].map((next) => `${word}${next}`)), 'r8_[A-Za-z0-9]{37}', calls, 'https://replicate.com/docs/topics/security/api-tokens', 'r8_{x:37}', mixed],
    ['groq-key', 'Groq key', 'high', ['gsk_'], 'gsk_[A-Za-z0-9]{52}', calls, 'https://console.groq.com/docs/quickstart', 'gsk_{x:52}'],
    ['perplexity-key', 'Perplexity key', 'high', ['pplx-'], 'pplx-[A-Za-z0-9]{48}', calls, 'https://docs.perplexity.ai/getting-started/quickstart', 'pplx-{x:48}'],
    ['xai-key', 'xAI key', 'high', ['xai-'], 'xai-[A-Za-z0-9]{80}', calls, 'https://docs.x.ai/docs/overview', 'xai-{x:80}'],
    ['langsmith-key', 'LangSmith key', 'high', ['lsv2_'], 'lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}', 'read traces', 'https://docs.langchain.com/langsmith/create-account-api-key', 'lsv2_pt_{h:32}_{h:10}'],
    ['nvidia-key', 'NVIDIA key', 'high', ['nvapi-'], 'nvapi-[A-Za-z0-9_-]{60,70}', calls, 'https://docs.nvidia.com/ngc/latest/ngc-user-guide.html', 'nvapi-{u:60}'],
    ['fireworks-key', 'Fireworks key', 'high', ['fw_'].flatMap((word) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'].map((next) => `${word}${next}`)), 'fw_[A-Za-z0-9]{22,24}', calls, 'https://docs.fireworks.ai/getting-started/introduction', 'fw_{x:22}', mixed],
    ['elevenlabs-key', 'ElevenLabs key', 'high', ['sk_'].flatMap((word) => [...'0123456789abcdef'].map((next) => `${word}${next}`)), 'sk_[a-f0-9]{48}', calls, 'https://elevenlabs.io/docs/api-reference/authentication', 'sk_{h:48}'],
    ['deepseek-key', 'DeepSeek or compatible key', 'high', ['sk-'].flatMap((word) => [...'0123456789abcdef'].map((next) => `${word}${next}`)), 'sk-[a-f0-9]{32}', calls, 'https://api-docs.deepseek.com/', 'sk-{h:32}'],
    ['cerebras-key', 'Cerebras key', 'high', ['csk-'], 'csk-[a-z0-9]{48}', calls, 'https://inference-docs.cerebras.ai/quickstart', 'csk-{n:48}'],
    ['langfuse-key', 'Langfuse secret key', 'high', ['sk-lf-'], 'sk-lf-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read and write traces', 'https://langfuse.com/docs/api-and-data-platform/features/public-api', 'sk-lf-{uuid}'],
    ['e2b-key', 'E2B key', 'high', ['e2b_'], 'e2b_[a-f0-9]{40}', 'run code at the cost of the account', 'https://e2b.dev/docs/api-key', 'e2b_{h:40}'],
    ['runpod-key', 'RunPod key', 'high', ['rpa_'], 'rpa_[A-Z0-9]{40}[a-z0-9]{4,8}', 'run machines at the cost of the account', 'https://docs.runpod.io/get-started/api-keys', 'rpa_{N:40}{n:4}'],
    ['tavily-key', 'Tavily key', 'medium', ['tvly-'], 'tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}', 'search at the cost of the account', 'https://docs.tavily.com/', 'tvly-{x:32}'],
  ]),
  ...named([
    ['cohere-key', 'Cohere key', 'high', ['cohere'], '[A-Za-z0-9]{40}', calls, 'https://docs.cohere.com/docs/rate-limits', 'COHERE_TOKEN={x:40}', mixed],
    ['mistral-key', 'Mistral key', 'high', ['mistral'], '[A-Za-z0-9]{32}', calls, 'https://docs.mistral.ai/getting-started/quickstart/', 'MISTRAL_TOKEN={x:32}', mixed],
    ['together-key', 'Together key', 'high', ['together'], '[a-f0-9]{64}', calls, 'https://docs.together.ai/docs/quickstart', 'TOGETHER_TOKEN={h:64}'],
    ['model-api-key', 'key of a model provider', 'high', ['openai', 'stability', 'deepgram'], 'sk-[A-Za-z0-9]{48}|[a-f0-9]{40}', calls, 'https://platform.stability.ai/account/keys', 'OPENAI_TOKEN=sk-{x:48}'],
    ['wandb-key', 'Weights & Biases key', 'high', ['wandb'], '[a-f0-9]{40}', 'read and change runs', 'https://docs.wandb.ai/', 'WANDB_TOKEN={h:40}'],
    ['assemblyai-key', 'AssemblyAI key', 'medium', ['assemblyai', 'assembly_ai'], '[a-f0-9]{32}', calls, 'https://www.assemblyai.com/docs', 'ASSEMBLYAI_TOKEN={h:32}'],
    ['vector-database-key', 'key of a vector database', 'high', ['qdrant', 'weaviate'], `${UUID}|[A-Za-z0-9_-]{40,70}`, 'read and write vectors', 'https://qdrant.tech/documentation/cloud/authentication/', 'QDRANT_TOKEN={uuid}', (value) => /\d/.test(value)],
  ]),
];

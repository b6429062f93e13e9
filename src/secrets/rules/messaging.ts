/** Credentials of messages and mail: whoever holds them reads conversations and writes in another's name. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { beside, named, shaped } from './shapes.js';

const mail = 'send mail as the account';
const write = 'write into a channel';
const SLACK = 'https://docs.slack.dev/authentication/tokens';

/** How base64 of an id begins: with its first three figures. */
const IDS = Array.from({ length: 900 }, (_, i) => Buffer.from(String(100 + i)).toString('base64'));

export const messagingRules: readonly SecretRule[] = [
  ...shaped([
    ['slack-bot-token', 'Slack bot token', 'high', ['xoxb-'], 'xoxb-\\d{9,14}-[A-Za-z0-9-]{20,80}', 'read and write messages in the workspace', SLACK, 'xoxb-{d:9}-{x:20}', (value) => !/-\d+$/.test(value)],
    ['slack-token', 'Slack token', 'high', ['xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxo-', 'xoxe-', 'xoxc-', 'xoxd-'], 'xox[aproscde]-(?:2-)?[A-Za-z0-9%-]{20,250}', 'read and write what its user may', SLACK, 'xoxa-{x:20}', (value) => /\d/.test(value)],
    ['slack-refresh-token', 'Slack configuration token', 'high', ['xoxe.xox', 'xoxe-1-'], 'xoxe\\.xox[bp]-\\d-[A-Za-z0-9]{140,200}', 'change its apps', SLACK, 'xoxe.xoxb-{d:1}-{x:140}'],
    ['slack-app-token', 'Slack app token', 'high', ['xapp-'], 'xapp-\\d-[A-Z0-9]{8,14}-\\d{9,14}-[a-f0-9]{60,70}', 'receive the events of the app', SLACK, 'xapp-{d:1}-{N:8}-{d:9}-{h:60}'],
    ['slack-webhook', 'Slack webhook', 'medium', ['hooks.slack.com'], 'https://hooks\\.slack\\.com/(?:services|workflows|triggers)/T[A-Z0-9]{7,12}/[AB]?[A-Z0-9]{7,20}/(?:\\d{8,20}/)?[A-Za-z0-9]{20,36}', write, 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks', 'https://hooks.slack.com/services/T{N:7}/{N:14}/{x:20}'],
    ['discord-webhook', 'Discord webhook', 'medium', ['/api/webhooks/'], 'https://(?:[a-z]{2,8}\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[A-Za-z0-9_-]{60,80}', write, 'https://discord.com/developers/docs/resources/webhook', 'https://discord.com/api/webhooks/{d:19}/{u:60}'],
    ['discord-bot-token', 'Discord bot token', 'high', IDS, '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}', 'act as the bot', 'https://discord.com/developers/docs/reference#authentication', 'OTg3MTIzNDU2Nzg5MDEyMzQ1.{u:6}.{u:38}', (value) => /^\d{17,20}$/.test(Buffer.from(value.split('.')[0] ?? '', 'base64url').toString('latin1'))],
    ['telegram-token', 'Telegram bot token', 'high', [':AA'].flatMap((word) => beside(word)), '(?:bot)?(?<value>\\d{8,10}:AA[A-Za-z0-9_-]{32,33})', 'act as the bot and read what is written to it', 'https://core.telegram.org/bots/features#botfather', '{d:8}:AA{u:32}'],
    ['teams-webhook', 'Microsoft Teams webhook', 'medium', ['.webhook.office.com'], 'https://[a-z0-9-]{1,60}\\.webhook\\.office\\.com/webhookb2/[0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}[A-Za-z0-9/_-]{0,60}', write, 'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook', 'https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{h:32}/{uuid}'],
    ['google-chat-webhook', 'Google Chat webhook', 'medium', ['chat.googleapis.com'], 'https://chat\\.googleapis\\.com/v1/spaces/[A-Za-z0-9_-]{6,20}/messages\\?key=[A-Za-z0-9_-]{30,50}&token=[A-Za-z0-9_%-]{30,80}', write, 'https://developers.google.com/workspace/chat/quickstart/webhooks', 'https://chat.googleapis.com/v1/spaces/{u:13}/messages?key={u:30}&token={u:30}'],
    ['twilio-key', 'Twilio API key', 'high', beside('SK', '0123456789abcdef').flatMap((word) => beside(word, '0123456789abcdef')), 'SK[0-9a-f]{32}', 'with its secret send messages and calls at the account’s cost', 'https://www.twilio.com/docs/iam/api-keys', 'SK{h:32}'],
    ['sendgrid-key', 'SendGrid key', 'high', beside('SG.'), 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}', mail, 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys', 'SG.{u:22}.{u:43}'],
    ['mailgun-key', 'Mailgun key', 'high', ['key-'], 'key-[a-f0-9]{32}', mail, 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt', 'key-{h:32}'],
    ['mailgun-new-key', 'Mailgun key', 'high', ['mailgun', 'MAILGUN', 'Mailgun'], '[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}', mail, 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt', 'MAILGUN_KEY={h:32}-{h:8}-{h:8}'],
    ['mailchimp-key', 'Mailchimp key', 'high', beside('-us', '123456789'), '[a-f0-9]{32}-us\\d{1,2}', mail, 'https://mailchimp.com/help/about-api-keys/', '{h:32}-us12'],
    ['mandrill-key', 'Mandrill key', 'high', ['md-'].flatMap((word) => beside(word)), 'md-[A-Za-z0-9_-]{22}', mail, 'https://mailchimp.com/developer/transactional/docs/fundamentals/', 'md-{u:22}', mixed],
    ['brevo-key', 'Brevo key', 'high', ['xkeysib-', 'xsmtpsib-'], 'x(?:key|smtp)sib-[a-f0-9]{64}-[A-Za-z0-9]{16}', mail, 'https://help.brevo.com/hc/en-us/articles/209467485', 'xkeysib-{h:64}-{x:16}'],
    ['resend-key', 'Resend key', 'high', beside('re_'), 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}', mail, 'https://resend.com/docs/dashboard/api-keys/introduction', 're_{x:8}_{x:24}', mixed],
    ['mailersend-key', 'MailerSend key', 'high', ['mlsn.'], 'mlsn\\.[a-f0-9]{64}', mail, 'https://developers.mailersend.com/general.html#api-token', 'mlsn.{h:64}'],
    ['expo-token', 'Expo token', 'medium', ['ExponentPushToken', 'expo_'], 'expo_[A-Za-z0-9_-]{36,44}', 'publish updates', 'https://docs.expo.dev/accounts/programmatic-access/', 'expo_{u:36}', mixed],
    ['firebase-push-key', 'Firebase messaging server key', 'high', ['AAAA'], 'AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134}', 'send notifications to all users', 'https://firebase.google.com/docs/cloud-messaging/migrate-v1', 'AAAA{u:7}:APA91b{u:134}'],
    ['zapier-webhook', 'Zapier webhook', 'medium', ['hooks.zapier.com'], 'https://hooks\\.zapier\\.com/hooks/catch/\\d{5,9}/[a-z0-9]{6,10}', 'start its workflow', 'https://help.zapier.com/hc/en-us/articles/8496288690317', 'https://hooks.zapier.com/hooks/catch/{d:5}/{n:6}'],
  ]),
  ...named([
    ['twilio-token', 'Twilio auth token', 'critical', ['twilio'], '[0-9a-f]{32}', 'send messages and calls, and read them', 'https://www.twilio.com/docs/iam/api/authtoken', 'TWILIO_TOKEN={h:32}'],
    ['mailgun-named-key', 'Mailgun key', 'high', ['mailgun'], '[a-f0-9]{32}(?:-[a-f0-9]{8}-[a-f0-9]{8})?', mail, 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt', 'MAILGUN_TOKEN={h:32}'],
    ['postmark-token', 'Postmark token', 'high', ['postmark'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', mail, 'https://postmarkapp.com/developer/api/overview', 'POSTMARK_TOKEN={uuid}'],
    ['sparkpost-key', 'SparkPost key', 'high', ['sparkpost'], '[a-f0-9]{40}', mail, 'https://support.sparkpost.com/docs/getting-started/create-api-keys', 'SPARKPOST_TOKEN={h:40}'],
    ['mailjet-key', 'Mailjet key', 'high', ['mailjet', 'mj_api'], '[a-f0-9]{32}', mail, 'https://dev.mailjet.com/email/guides/', 'MAILJET_TOKEN={h:32}'],
    ['messagebird-key', 'MessageBird key', 'high', ['messagebird'], '[A-Za-z0-9]{25}', 'send messages', 'https://docs.bird.com/api', 'MESSAGEBIRD_TOKEN={x:25}', mixed],
    ['vonage-secret', 'Vonage secret', 'high', ['vonage', 'nexmo'], '[A-Za-z0-9]{16}', 'send messages and calls', 'https://developer.vonage.com/en/account/secret-management', 'VONAGE_TOKEN={x:16}', mixed],
    ['discord-client-secret', 'Discord client secret', 'high', ['discord'], '[A-Za-z0-9_-]{32}', 'pose as the application', 'https://discord.com/developers/docs/topics/oauth2', 'DISCORD_TOKEN={u:32}', mixed],
    ['pusher-secret', 'Pusher secret', 'medium', ['pusher'], '[a-f0-9]{20}', 'write into channels', 'https://pusher.com/docs/channels/using_channels/auth-signatures/', 'PUSHER_TOKEN={h:20}'],
    ['mattermost-token', 'Mattermost token', 'high', ['mattermost'], '[a-z0-9]{26}', 'read and write what its user may', 'https://developers.mattermost.com/integrate/reference/personal-access-token/', 'MATTERMOST_TOKEN={n:26}', (value) => /\d/.test(value) && /[a-z]/.test(value)],
    ['sendbird-token', 'Sendbird token', 'high', ['sendbird'], '[a-f0-9]{40}', 'read all conversations', 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api', 'SENDBIRD_TOKEN={h:40}'],
    ['line-token', 'LINE channel token', 'high', ['line_'], '[A-Za-z0-9+/]{160,180}={0,2}', 'act as the channel', 'https://developers.line.biz/en/docs/basics/channel-access-token/', 'LINE_TOKEN={b:160}'],
  ]),
];

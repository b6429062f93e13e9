/** Credentials of payment and commerce: whoever holds them moves money and reads customers. */
import type { SecretRule } from '../rule.js';
import { mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const money = 'charge, refund and read customers';
const test = 'use the test mode, and learn how the account is set up';
const STRIPE = 'https://docs.stripe.com/keys';
const SHOPIFY = 'https://shopify.dev/docs/apps/build/authentication-authorization';

/** The one that the documentation shows. */
const isShown = (value: string): boolean => value.endsWith('_4eC39HqLyjWDarjtT1zdp7dc') || value.endsWith('_BQokikJOvBiI2HlWgH4olfQ2');

export const paymentRules: readonly SecretRule[] = [
  ...shaped([
    ['stripe-key', 'Stripe live key', 'critical', ['sk_live_'], 'sk_live_[A-Za-z0-9]{20,247}', money, STRIPE, 'sk_live_{x:20}'],
    ['stripe-restricted-key', 'Stripe restricted live key', 'high', ['rk_live_'], 'rk_live_[A-Za-z0-9]{20,247}', 'do what its permissions allow', STRIPE, 'rk_live_{x:20}'],
    ['stripe-test-key', 'Stripe test key', 'low', ['sk_test_', 'rk_test_'], '[sr]k_test_[A-Za-z0-9]{20,247}', test, STRIPE, 'sk_test_{x:20}', (value) => !isShown(value)],
    ['stripe-webhook-secret', 'Stripe webhook secret', 'medium', ['whsec_'], 'whsec_[A-Za-z0-9+/]{32,64}={0,2}', 'send events that the receiver believes', 'https://docs.stripe.com/webhooks', 'whsec_{b:32}'],
    ['square-token', 'Square access token', 'critical', ['sq0atp-', 'EAAA'], 'sq0atp-[A-Za-z0-9_-]{22}|EAAA[A-Za-z0-9_-]{60}', money, 'https://developer.squareup.com/docs/build-basics/access-tokens', 'sq0atp-{u:22}', mixed],
    ['square-secret', 'Square application secret', 'critical', ['sq0csp-'], 'sq0csp-[A-Za-z0-9_-]{43}', 'pose as the application', 'https://developer.squareup.com/docs/build-basics/access-tokens', 'sq0csp-{u:43}'],
    ['braintree-token', 'Braintree access token', 'critical', ['access_token$production$'], 'access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}', money, 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials', 'access_token$production${n:16}${h:32}'],
    ['shopify-token', 'Shopify access token', 'critical', ['shpat_', 'shpca_', 'shppa_'], 'shp(?:at|ca|pa)_[a-fA-F0-9]{32}', 'read and change the shop and its customers', SHOPIFY, 'shpat_{h:32}'],
    ['shopify-secret', 'Shopify shared secret', 'high', ['shpss_'], 'shpss_[a-fA-F0-9]{32}', 'pose as the application', SHOPIFY, 'shpss_{h:32}'],
    ['plaid-token', 'Plaid access token', 'critical', ['access-production-', 'access-development-', 'access-sandbox-'], 'access-(?:production|development|sandbox)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', 'read the accounts of a customer', 'https://plaid.com/docs/api/items/', 'access-production-{uuid}'],
    ['razorpay-key', 'Razorpay key', 'high', ['rzp_live_'], 'rzp_live_[A-Za-z0-9]{14}', money, 'https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/', 'rzp_live_{x:14}'],
    ['flutterwave-key', 'Flutterwave key', 'high', ['FLWSECK'], 'FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,40}(?:-X)?', money, 'https://developer.flutterwave.com/docs/authentication', 'FLWSECK-{x:26}'],
    ['adyen-key', 'Adyen key', 'critical', ['AQEy', 'AQE1', 'AQEv', 'AQEr'], 'AQE[a-z0-9][A-Za-z0-9+/]{20,200}-[A-Za-z0-9+/=]{30,60}-[\\x21-\\x7e]{10,30}', money, 'https://docs.adyen.com/development-resources/api-credentials/', 'AQEy{b:100}-{b:43}=-{x:16}'],
    ['gocardless-token', 'GoCardless live token', 'critical', ['live_'], 'live_[A-Za-z0-9_-]{40}', 'collect payments', 'https://developer.gocardless.com/api-reference/', 'live_{u:40}', mixed],
    ['lob-key', 'Lob live key', 'high', ['live_'], 'live_[a-f0-9]{35}', 'send letters at the account’s cost', 'https://docs.lob.com/', 'live_{h:35}'],
    ['easypost-key', 'EasyPost key', 'high', ['EZAK', 'EZTK'], 'EZ[AT]K[A-Za-z0-9]{54}', 'buy labels at the account’s cost', 'https://docs.easypost.com/docs/authentication', 'EZAK{x:54}'],
    ['shippo-token', 'Shippo token', 'high', ['shippo_live_', 'shippo_test_'], 'shippo_(?:live|test)_[a-f0-9]{40}', 'buy labels at the account’s cost', 'https://docs.goshippo.com/docs/guides_general/authentication/', 'shippo_live_{h:40}'],
    ['paddle-key', 'Paddle key', 'critical', ['pdl_live_', 'pdl_sdbx_'], 'pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}', money, 'https://developer.paddle.com/api-reference/about/api-keys', 'pdl_live_apikey_{n:26}_{x:22}_{x:3}'],
    ['mollie-key', 'Mollie live key', 'critical', ['live_'], 'live_[A-Za-z0-9]{30}', money, 'https://docs.mollie.com/reference/authentication', 'live_{x:30}', mixed],
    ['xendit-key', 'Xendit key', 'critical', ['xnd_production_', 'xnd_development_'], 'xnd_(?:production|development)_[A-Za-z0-9]{40,70}', money, 'https://docs.xendit.co/docs/api-keys', 'xnd_production_{x:40}'],
    ['checkout-key', 'Checkout.com secret key', 'critical', ['sk_'].flatMap((word) => [...'0123456789abcdef'].map((next) => `${word}${next}`)), 'sk_(?:sbox_)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', money, 'https://www.checkout.com/docs/developer-resources/api/api-authentication/api-keys', 'sk_{uuid}'],
    ['duffel-token', 'Duffel live token', 'high', ['duffel_live_', 'duffel_test_'], 'duffel_(?:live|test)_[A-Za-z0-9_=-]{43}', 'book at the account’s cost', 'https://duffel.com/docs/api/overview/making-requests', 'duffel_live_{u:43}'],
  ]),
  ...named([
    ['paypal-secret', 'PayPal client secret', 'critical', ['paypal'], 'E[A-Za-z0-9_-]{70,90}', money, 'https://developer.paypal.com/api/rest/authentication/', 'PAYPAL_TOKEN=E{u:70}', mixed],
    ['coinbase-secret', 'Coinbase secret', 'critical', ['coinbase'], '[A-Za-z0-9]{32,64}', 'move coins', 'https://docs.cdp.coinbase.com/coinbase-app/docs/api-key-authentication', 'COINBASE_TOKEN={x:32}', mixed],
    ['binance-secret', 'Binance secret', 'critical', ['binance'], '[A-Za-z0-9]{64}', 'trade and withdraw', 'https://www.binance.com/en/support/faq/detail/360002502072', 'BINANCE_TOKEN={x:64}', mixed],
    ['braintree-private-key', 'Braintree private key', 'critical', ['braintree'], '[a-f0-9]{32}', money, 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials', 'BRAINTREE_TOKEN={h:32}'],
    ['plaid-secret', 'Plaid secret', 'critical', ['plaid'], '[a-f0-9]{30}', 'with its client id read accounts of customers', 'https://plaid.com/docs/api/', 'PLAID_TOKEN={h:30}'],
    ['razorpay-secret', 'Razorpay secret', 'critical', ['razorpay'], '[A-Za-z0-9]{24}', money, 'https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/', 'RAZORPAY_TOKEN={x:24}', mixed],
    ['etsy-key', 'Etsy key', 'medium', ['etsy'], '[a-z0-9]{24}', 'act as the application', 'https://developers.etsy.com/documentation/essentials/authentication', 'ETSY_TOKEN={n:24}', (value) => /\d/.test(value)],
  ]),
];

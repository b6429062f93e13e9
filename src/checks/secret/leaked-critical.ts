import { defineCheck } from '../define.js';
import { noLeakedSecret } from './leaked.js';

export default defineCheck(noLeakedSecret('critical'));

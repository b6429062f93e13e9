import { defineCheck } from '../define.js';
import { compared } from './compared.js';

export default defineCheck(compared('application'));

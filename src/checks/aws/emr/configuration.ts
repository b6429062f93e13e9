/** The security configuration of EMR: a document, written as such or as JSON text. */
import { child, type Field, type Json } from '../../../model/index.js';

export const encryption = (document: Field<Json | string>): Field<unknown> => child(document, 'EncryptionConfiguration');

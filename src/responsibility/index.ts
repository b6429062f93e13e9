export { catalogue, entryOf, modelOf, serviceModels, type Entry, type ServiceModel } from './catalogue/index.js';
export { knobsOf, layersByKnobs, type Knob, type Knobs } from './knobs.js';
export { lineOf, loadLines, type KnobDefault, type Line, type LineLayer, type Lines } from './line.js';
export { findTypes, suggestTypes } from './lookup.js';
export { ownerWords, type OwnerWords } from './owners.js';

export { catalogue, entryOf, modelOf, serviceModels, type Entry, type ServiceModel } from './catalogue/index.js';
export { knobsOf, layersByKnobs, type Knob, type Knobs } from './knobs.js';
export { lineOf, type Line, type LineLayer } from './line.js';
export { loadLines, type KnobbedLayer, type KnobbedLine, type KnobbedLines, type KnobDefault } from './line-knobs.js';
export { findTypes, suggestTypes } from './lookup.js';
export { ownerWords, type OwnerWords } from './owners.js';

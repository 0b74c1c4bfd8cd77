import './edition.js';
import './index.js';
import './preview.js';
// What every page has but search and the missing page, which are no texts.

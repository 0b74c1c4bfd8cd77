import './theme.js';
import './slash.js';
// What every page has, loaded before anything is shown.

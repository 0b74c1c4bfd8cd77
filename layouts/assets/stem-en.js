window.dossierStem = function (w) {
  var x = {skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', idly: 'idl', gently: 'gentl', ugly: 'ugli', early: 'earli', only: 'onli', singly: 'singl'};
  if (x.hasOwnProperty(w)) return x[w];
  if (w.length < 3 || /^(sky|news|howe|atlas|cosmos|bias|andes)$/.test(w)) return w;
  w = w.replace(/^'/, '').replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');
  var m = /^(gener|commun|arsen)/.exec(w) || /^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(w), p1 = m ? m[0].length : w.length;
  m = /^[^aeiouy]*[aeiouy]+[^aeiouy]/.exec(w.slice(p1)); var p2 = m ? p1 + m[0].length : w.length;
  function shortv(s) { return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(s) || /^[aeiouy][^aeiouy]$/.test(s); }
  w = w.replace(/'(s'?)?$/, '');
  if (/sses$/.test(w)) w = w.slice(0, -2);
  else if (/ie[ds]$/.test(w)) w = w.slice(0, w.length > 4 ? -2 : -1);
  else if (/[^us]s$/.test(w) && /[aeiouy].+s$/.test(w)) w = w.slice(0, -1);
  if (!/^((inn|out|cann|herr|earr)ing|(proc|exc|succ)eed)$/.test(w)) {
    if (m = /eed(ly)?$/.exec(w)) { if (m.index >= p1) w = w.slice(0, m.index + 2); }
    else if ((m = /(ed|ing)(ly)?$/.exec(w)) && /[aeiouy]/.test(w.slice(0, m.index))) {
      w = w.slice(0, m.index);
      if (/(at|bl|iz)$/.test(w)) w += 'e';
      else if (/([bdfgmnprt])\1$/.test(w)) w = w.slice(0, -1);
      else if (w.length == p1 && shortv(w)) w += 'e';
    }
    w = w.replace(/(.[^aeiouy])[yY]$/, '$1i');
    step(/(ational|fulness|iveness|ization|ousness|biliti|lessli|tional|alism|aliti|ation|entli|fulli|iviti|ousli|abli|alli|anci|ator|enci|izer|bli|ogi|li)$/, p1, function (s, b) {
      if (s == 'ogi') return /l$/.test(b) ? 'og' : null;
      if (s == 'li') return /[cdeghkmnrt]$/.test(b) ? '' : null;
      return {tional: 'tion', enci: 'ence', anci: 'ance', abli: 'able', entli: 'ent', izer: 'ize', ization: 'ize', ational: 'ate', ation: 'ate', ator: 'ate', alism: 'al', aliti: 'al', alli: 'al', fulness: 'ful', ousli: 'ous', ousness: 'ous', iveness: 'ive', iviti: 'ive', biliti: 'ble', bli: 'ble', fulli: 'ful', lessli: 'less'}[s];
    });
    step(/(ational|tional|alize|icate|iciti|ative|ical|ness|ful)$/, p1, function (s, b) {
      return s == 'ative' ? (b.length >= p2 ? '' : null) : {tional: 'tion', ational: 'ate', alize: 'al', icate: 'ic', iciti: 'ic', ical: 'ic', ful: '', ness: ''}[s];
    });
    step(/(ement|able|ance|ence|ible|ment|ant|ate|ent|ion|ism|iti|ive|ize|ous|al|er|ic)$/, p2, function (s, b) { return s == 'ion' && !/[st]$/.test(b) ? null : ''; });
    var b = w.slice(0, -1);
    if (/e$/.test(w)) { if (b.length >= p2 || b.length >= p1 && !shortv(b)) w = b; }
    else if (/ll$/.test(w) && b.length >= p2) w = b;
  }
  return w.replace(/Y/g, 'y');
  function step(re, p, f) {
    var m = re.exec(w); if (!m || m.index < p) return;
    var b = w.slice(0, m.index), r = f(m[0], b); if (r != null) w = b + r;
  }
};

window.dossierStem = function (w) {
  var V = '[aeiouyâàëéêèïîôûù]', N = '[^aeiouyâàëéêèïîôûù]', m;
  w = w.replace(/([aeiouyâàëéêèïîôûù])(?:([ui])(?=[aeiouyâàëéêèïîôûù])|y)|y(?=[aeiouyâàëéêèïîôûù])|qu/g, function (s, a, c) {
    return a ? a + (c || 'y').toUpperCase() : s == 'qu' ? 'qU' : 'Y';
  });
  m = new RegExp('^(' + V + V + '.|par|col|tap|.' + N + '*' + V + ')').exec(w); var pV = m ? m[0].length : w.length;
  m = new RegExp('^' + N + '*' + V + '+' + N).exec(w); var p1 = m ? m[0].length : w.length;
  m = new RegExp('^' + N + '*' + V + '+' + N).exec(w.slice(p1)); var p2 = m ? p1 + m[0].length : w.length;
  function cut(re, p, put) { // replaces the ending when it lies in the region
    var m = re.exec(w); if (!m || m.index < p) return false;
    w = w.slice(0, m.index) + (put || ''); return true;
  }
  function standard() {
    var m = /(ances?|iqUes?|ismes?|ables?|istes?|eux|atrices?|ateurs?|ations?|logies?|[ut]?usions?|utions?|ences?|issements?|amment|emment|ements?|ments?|ités?|ifs?|ives?|eaux|aux|euses?)$/.exec(w), s, i;
    if (!m) return false;
    s = m[0].replace(/^[ut](?=usion)/, ''); i = w.length - s.length;
    var b = w.slice(0, i), in2 = i >= p2;
    if (/^(ance|iqUe|isme|able|iste|eux)/.test(s)) return in2 && (w = b, true);
    if (/^(atrice|ateur|ation)/.test(s)) return in2 && (w = b, cut(/ic$/, p2) || cut(/ic$/, 0, 'iqU'), true);
    if (/^logie/.test(s)) return in2 && (w = b + 'log', true);
    if (/^[u]/.test(s)) return in2 && (w = b + 'u', true);
    if (/^ence/.test(s)) return in2 && (w = b + 'ent', true);
    if (/^ement/.test(s)) {
      if (i < pV) return false;
      w = b;
      if (/iv$/.test(w)) cut(/iv$/, p2) && cut(/at$/, p2);
      else if (/eus$/.test(w)) cut(/eus$/, p2) || cut(/eus$/, p1, 'eux');
      else if (/(abl|iqU)$/.test(w)) cut(/...$/, p2);
      else cut(/[iI]èr$/, pV, 'i');
      return true;
    }
    if (/^it/.test(s)) {
      if (!in2) return false;
      w = b;
      if (/abil$/.test(w)) cut(/abil$/, p2) || cut(/abil$/, 0, 'abl');
      else if (/ic$/.test(w)) cut(/ic$/, p2) || cut(/ic$/, 0, 'iqU');
      else cut(/iv$/, p2);
      return true;
    }
    if (/^i[fv]/.test(s)) return in2 && (w = b, cut(/at$/, p2) && (cut(/ic$/, p2) || cut(/ic$/, 0, 'iqU')), true);
    if (s == 'eaux') return w = b + 'eau', true;
    if (s == 'aux') return i >= p1 && (w = b + 'al', true);
    if (/^euse/.test(s)) return in2 ? (w = b, true) : i >= p1 && (w = b + 'eux', true);
    if (/^iss/.test(s)) return i >= p1 && new RegExp(N + '$').test(b) && (w = b, true);
    if (s == 'amment') { if (i >= pV) w = b + 'ant'; return false; }
    if (s == 'emment') { if (i >= pV) w = b + 'ent'; return false; }
    if (new RegExp(V + '$').test(b) && i - 1 >= pV) w = b;
    return false;
  }
  function verb() {
    var h = w.slice(0, pV), s = w.slice(pV), t;
    if (w.length < pV) return false;
    m = /(îmes|ît|îtes|i|ie|ies|ir|ira|irai|iraIent|irais|irait|iras|irent|irez|iriez|irions|irons|iront|is|issaIent|issais|issait|issant|issante|issantes|issants|isse|issent|isses|issez|issiez|issions|issons|it)$/.exec(s);
    if (m && m.index && new RegExp(N).test(s[m.index - 1])) { w = h + s.slice(0, m.index); return true; }
    m = /(ions|é|ée|ées|és|èrent|er|era|erai|eraIent|erais|erait|eras|erez|eriez|erions|erons|eront|ez|iez|(âmes|ât|âtes|a|ai|aIent|ais|ait|ant|ante|antes|ants|as|asse|assent|asses|assiez|assions))$/.exec(s);
    if (!m) return false;
    if (m[0] == 'ions') { if (pV + m.index < p2) return false; }
    s = s.slice(0, m.index); if (m[2]) s = s.replace(/e$/, '');
    w = h + s; return true;
  }
  if (standard() || verb()) w = w.replace(/Y$/, 'i').replace(/ç$/, 'c');
  else {
    w = w.replace(/([^aiouès])s$/, '$1');
    if (w.length >= pV) {
      m = /([iI]er|[iI]ère|ion|e|ë)$/.exec(w.slice(pV));
      if (m) { var k = pV + m.index;
        if (m[0] == 'ion') { if (k >= p2 && m.index && /[st]/.test(w[k - 1])) w = w.slice(0, k); }
        else if (m[0] == 'ë') { if (/gu$/.test(w.slice(pV, k))) w = w.slice(0, k); }
        else w = w.slice(0, k) + (m[0] == 'e' ? '' : 'i');
      }
    }
  }
  if (/(enn|onn|ett|ell|eill)$/.test(w)) w = w.slice(0, -1);
  return w.replace(/[éè]([^aeiouyâàëéêèïîôûù]+)$/, 'e$1').replace(/[IUY]/g, function (c) { return c.toLowerCase(); });
};

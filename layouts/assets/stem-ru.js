// The stems of Russian words: one cut after the algorithm "Russian" of Snowball, as
// the program makes it (package words), for words.js.
(() => {
  'use strict';
  let word, rv, r2; // the word, and where its regions begin: behind them, endings may go

  const rules = (...list) => new Map(list.flatMap(([endings, act]) => endings.split(' ').map((e) => [e, act])));
  // apply takes off the longest ending that rules have, if they say so.
  const apply = (rules) => {
    for (let i = rv; i < word.length; i++) {
      const ending = word.slice(i), may = rules.get(ending);
      if (may) return may(i) && cut(ending);
    }
    return false;
  };
  const cut = (ending) => {
    const at = word.length - ending.length;
    if (at < rv || !word.endsWith(ending)) return false;
    word = word.slice(0, at);
    return true;
  };
  const end = (pattern, from) => {
    const m = pattern.exec(word.slice(from));
    return m ? from + m.index + m[0].length : word.length;
  };
  const behind = /[аеиоуыэюя][^аеиоуыэюя]/u;

  const always = () => true;
  const afterA = (at) => at > rv && 'ая'.includes(word[at - 1]);
  const gerund = rules(['в вши вшись', afterA], ['ив ивши ившись ыв ывши ывшись', always]);
  const adjective = rules(['ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею', always]);
  const participle = rules(['ем нн вш ющ щ', afterA], ['ивш ывш ующ', always]);
  const verb = rules(
    ['ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно', afterA],
    ['ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю', always],
  );
  const noun = rules(['а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я', always]);
  const quality = rules(['ост ость', (at) => at >= r2]);

  window.dossierStem = (w) => {
    word = w;
    rv = end(/[аеиоуыэюя]/, 0);
    r2 = end(behind, end(behind, 0));
    if (!apply(gerund)) {
      cut('ся') || cut('сь');
      if (apply(adjective)) apply(participle);
      else apply(verb) || apply(noun);
    }
    cut('и');
    apply(quality);
    if (!cut('ь')) {
      cut('ейш') || cut('ейше');
      if (word.slice(rv).endsWith('нн')) cut('н');
    }
    return word;
  };
})();

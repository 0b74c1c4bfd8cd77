dossierSearch("d-4",[[32,"articles/csto-plans-2020/line-to-nato.html","A line to NATO",2,"May 2019","The CSTO’s plans for 2020","In May 2019, the article recalls, the CSTO foreign ministers call on NATO to open direct contacts and a way to consult regularly on the most important questions.",""]])
<!-- dossier: search/en/d-4.js -->

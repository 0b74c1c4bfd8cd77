dossierSearch("x-57",[[229,1,"At their meeting in May 2019 in Bishkek, the article recalls, the foreign ministers of the member states turned to NATO. They called for direct contacts between the two organisations and a way to consult regularly on the most important questions. The dossier adds that together they form the CSTO’s Council of Foreign Ministers."]])
<!-- dossier: search/en/x-57.js -->

dossierSearch("t-61-7a","0azerbaidjan gB ;= gB 7jan l7d3o6SY1 := gB ")
<!-- dossier: search/en/t-61-7a.js -->

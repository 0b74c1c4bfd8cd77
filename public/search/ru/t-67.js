dossierSearch("t-67","Agardes -T_iB G_frontieres_turkmenes= _2B Beorgia nS H= nS Ge nS H= nS Buards _2B ")
<!-- dossier: search/ru/t-67.js -->

dossierSearch("t-70-75","0publish c5V>3S2f6U4d2j1bEj13 2rpo kE 2t k> 3in ]7S4c:^2?f56c8V2l1V1m6]6Bj1 5= _I ")
<!-- dossier: search/en/t-70-75.js -->

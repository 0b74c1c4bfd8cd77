dossierSearch("t-63-73","0cst o7 3= o7 3o a5W=o5W3W5oG 4= WL 4_foreign_minist= _i1 5summ_in_bishkek= oH ")
<!-- dossier: search/fr/t-63-73.js -->

dossierSearch("t-70-75","0publ a5c@f6T4d2j1bG3 4iqu S8f; 2is k>j6; 4s Rk1 2tin _I 5= _I ")
<!-- dossier: search/fr/t-70-75.js -->

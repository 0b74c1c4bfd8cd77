dossierSearch("t-444","Aфедерация _L ")
<!-- dossier: search/en/t-444.js -->

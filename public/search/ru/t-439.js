dossierSearch("t-439","Aй 0qB ")
<!-- dossier: search/ru/t-439.js -->

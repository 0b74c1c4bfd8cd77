dossierSearch("t-439","Aй 3qBH ")
<!-- dossier: search/ru/t-439.js -->

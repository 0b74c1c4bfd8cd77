dossierSearch("t-7a","Azone sf ")
<!-- dossier: search/en/t-7a.js -->

dossierSearch("x-50",[])
<!-- dossier: search/en/x-50.js -->

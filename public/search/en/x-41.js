dossierSearch("x-41",[])
<!-- dossier: search/en/x-41.js -->

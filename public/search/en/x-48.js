dossierSearch("x-48",[])
<!-- dossier: search/en/x-48.js -->

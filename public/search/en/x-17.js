dossierSearch("x-17",[])
<!-- dossier: search/en/x-17.js -->

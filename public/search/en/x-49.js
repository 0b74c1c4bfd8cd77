dossierSearch("x-49",[])
<!-- dossier: search/en/x-49.js -->

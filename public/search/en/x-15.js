dossierSearch("x-15",[])
<!-- dossier: search/en/x-15.js -->

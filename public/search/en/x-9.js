dossierSearch("x-9",[])
<!-- dossier: search/en/x-9.js -->

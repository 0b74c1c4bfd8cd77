dossierSearch("x-47",[])
<!-- dossier: search/en/x-47.js -->

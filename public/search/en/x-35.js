dossierSearch("x-35",[])
<!-- dossier: search/en/x-35.js -->

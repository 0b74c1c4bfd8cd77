dossierSearch("x-17",[])
<!-- dossier: search/ru/x-17.js -->

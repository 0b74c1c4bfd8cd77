dossierSearch("x-47",[])
<!-- dossier: search/ru/x-47.js -->

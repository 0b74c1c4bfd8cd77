dossierSearch("t-38","A8 7M7GrIyJzN B601 59B ")
<!-- dossier: search/en/t-38.js -->

dossierSearch("t-447","Aчасти _X ")
<!-- dossier: search/en/t-447.js -->

dossierSearch("t-44e","Aюжная m3B F_осетия= n3B ")
<!-- dossier: search/fr/t-44e.js -->

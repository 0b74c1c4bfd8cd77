dossierSearch("x-20",[[83,1,"The point on the map is Tagtabazar itself, not the border crossing near it at which, according to the article, the attack of June 2018 took place."]])
<!-- dossier: search/en/x-20.js -->

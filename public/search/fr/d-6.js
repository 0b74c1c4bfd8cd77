dossierSearch("d-6",[[51,"treaties/new-start.html","New START",6,"depuis le 5 février 2011","","Traité entre la Russie et les États-Unis sur les armements stratégiques offensifs ; en vigueur à partir du 5 février 2011, ajoute le dossier, il devait, en l’état des choses à la date de l’article, expirer en février 2021.",""]])
<!-- dossier: search/fr/d-6.js -->

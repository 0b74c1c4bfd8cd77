dossierSearch("t-442","Aтагтабазар _U K= _U Kа vE Cджикистан na L= na Cхта _U F_базар= _U Cшкентский -H L_договор= _H Bеракты 3Q H_в_хайратоне= 3Q Bувалу _C G= _C Cркменистан ngB M= ngB Iя ngB J= ngB Hские _2B L_пограничники= _2B ")
<!-- dossier: search/fr/t-442.js -->

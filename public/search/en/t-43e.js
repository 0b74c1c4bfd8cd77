dossierSearch("t-43e","Aо -H_EvN2B3X Bбозрение nd Cъединенных vqB Bграничению -M Bдкб _S_FmDnF_X E= nc Bон vqB D= vqB Bрганизация XubnO L_договора_о_коллективной_безопасности= nc Mобъединенных_наций= vqB Mсевероатлантического_договора= X Bсетия m3B ")
<!-- dossier: search/en/t-43e.js -->

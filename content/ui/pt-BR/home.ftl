home-hello = Olá. Toque e experimente.
home-safe = Nada do que você aperta pode quebrar. É de graça.

home-lessons = Prática de celular
home-lessons-detail = Ligações, Wi-Fi, fotos, não cair em golpes
home-office-detail = O que levar e aonde ir
home-places = Lugares por perto
home-board = Avisos

shelter-title = Este é o abrigo (避難所) { $place }.
shelter-title-nameless = Este é um abrigo (避難所).
shelter-nothing-heard = Ainda não chegou nada da Agência de Meteorologia (気象庁). Isso não quer dizer que nada esteja acontecendo.
shelter-family-detail = 171, Wi-Fi, carregar o celular
shelter-house-detail = Certificado de danos (罹災証明書)
home-this-shelter = Este abrigo: { $how }
home-other-shelter = Outro abrigo mais próximo que soubemos estar aberto: { $name }

home-search = Procurar
home-settings = Tela e voz
home-help = Como usar

class-title = Aula de celular
class-hello = Hoje vamos praticar com o celular.

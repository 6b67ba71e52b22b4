# La mesa técnica: qué muestra cada pantalla. Los nombres de las escenas los usa también la mesa de la Presidencia.

screen-well = al día
screen-behind = atrasada
screen-gone = sin señal desde { $time }
screen-never = sin conectar

scene-speaker = Orador
scene-list = Lista
scene-actions = Acciones
scene-message = Mensaje
scene-blank = En blanco
scene-freeze = Congelada

stage-page = Mesa técnica
stage-no-entry = La mesa técnica no se puede abrir
stage-wrong-access-link = Este enlace no es el de la mesa técnica. Pida el suyo a la Secretaría.
stage-connecting = Conectando…

stage-screens = Pantallas
stage-preview = Vista previa
stage-picture-of = Vista de { $screen }
stage-scene = Escena
stage-take-all = A todas las pantallas
stage-take-here = Llevar aquí
stage-freeze = Congelar
stage-freeze-all = Congelar todas
stage-blank = En blanco
stage-blank-all = Todas en blanco
stage-frozen = Congelada: muestra lo de antes

stage-message = Mensaje a las pantallas
stage-message-show = Mostrar
stage-message-clear = Quitar el mensaje
stage-message-shown = En las pantallas: { $text }

stage-microphones = Micrófonos
stage-now = Ahora: { $name }
stage-now-chair = Ahora: la Presidencia
stage-next = Después: { $names }
stage-next-nobody = Después: no hay oradores inscritos
